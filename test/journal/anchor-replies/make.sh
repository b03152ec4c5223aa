#!/bin/sh
# Makes the replies that the tests of anchors read. It was run once, with OpenSSL 3.0; the tests read
# the files and need no OpenSSL. Usage: sh make.sh FOLDER, where FOLDER holds anchor.json (the anchor of the
# test's chain), older-anchor.json (of a chain that was made anew) and other-anchor.json (another case).
# It makes its keys and certificates anew: a reply that was added later has another root than the rest.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
config=$work/openssl.cnf
cat > "$config" <<'CONFIG'
[ca]
default_ca = issuing
[issuing]
new_certs_dir = $ENV::WORK
database = $ENV::WORK/index
serial = $ENV::WORK/serial
policy = any
default_md = sha256
unique_subject = no
[any]
organizationName = supplied
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[person]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
[named]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature
[last]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
[timestamping]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = service
[service]
serial = $ENV::WORK/tsaserial
crypto_device = builtin
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
signer_digest = sha256
[refusing]
serial = $ENV::WORK/tsaserial
crypto_device = builtin
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
CONFIG
export WORK="$work"
: > "$work/index"
echo 01 > "$work/serial"
echo 01 > "$work/tsaserial"

# certificate NAME SUBJECT ISSUER EXTENSIONS FROM TO ec|rsa [OPTIONS]
certificate() {
  if [ "$7" = rsa ]
  then openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/$1.key"
  else openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/$1.key"
  fi
  openssl req -new -utf8 -subj "/O=Exempelmyndigheten/CN=$2" -key "$work/$1.key" -out "$work/$1.csr"
  sign=""
  if [ "$3" = "$1" ]; then sign="-selfsign -keyfile $work/$1.key"; else sign="-cert $work/$3.pem -keyfile $work/$3.key"; fi
  openssl ca -batch -notext -utf8 -config "$config" $sign -extensions "$4" -startdate "$5" -enddate "$6" ${8:-} ${9:-} \
    -in "$work/$1.csr" -out "$work/$1.pem" 2>/dev/null
}
long="20200101000000Z 20400101000000Z"
certificate root         "Exempelrot"            root         authority    $long ec
certificate intermediate "Exempelutgivare"       root         authority    $long ec
certificate person       "Eva Ek"                intermediate person       $long ec
certificate rsa          "Ulla Lind"             intermediate person       $long rsa
certificate expired      "Eva Ek, utgånget"      intermediate person       20200101000000Z 20210101000000Z ec
certificate stamper      "Exempelstämpeln"       intermediate timestamping $long ec
certificate forger       "Exempelutgivare"       forger       authority    $long ec
certificate forged       "Eva Ek"                forger       person       $long ec
certificate byperson     "Nils Nyman"            person       person       $long ec
certificate named        "Eva Ek"                intermediate named        $long ec
certificate self         "Eva Ek"                self         person       $long ec
certificate server       "Exempelserver"         intermediate server       $long ec
certificate byserver     "Nils Nyman"            server       person       $long ec
certificate last         "Exempelutgivare"       root         last         $long ec
certificate bylast       "Eva Ek"                last         person       $long ec
certificate beyond       "Exempelbolaget"        last         authority    $long ec
certificate bybeyond     "Nils Nyman"            beyond       person       $long ec
certificate weakroot     "Exempelrot"            weakroot     authority    $long ec  -md sha1
certificate weak         "Exempelutgivare"       weakroot     authority    $long ec  -md sha1
certificate byweak       "Eva Ek"                weak         person       $long ec
cp "$work/root.pem" "$work/link0.pem"; cp "$work/root.key" "$work/link0.key"
for n in 1 2 3 4 5 6 7 8 9
do certificate "link$n"   "Exempelled $n"         "link$((n-1))" authority  $long ec; done
certificate bylink8      "Eva Ek"                link8        person       $long ec
certificate bylink9      "Eva Ek"                link9        person       $long ec
cat "$work"/link*.pem > "$work/links.pem"
cat "$work/server.pem" "$work/intermediate.pem" "$work/root.pem" > "$work/server-chain.pem"
cat "$work/beyond.pem" "$work/last.pem" "$work/root.pem" > "$work/last-chain.pem"
cat "$work/weak.pem" "$work/weakroot.pem" > "$work/weak-chain.pem"
cat "$work/intermediate.pem" "$work/root.pem" > "$work/chain.pem"
cat "$work/person.pem" "$work/chain.pem" > "$work/person-chain.pem"

# sign NAME SIGNER FILE [OPTIONS]
sign() { name=$1; signer=$2; file=$3; shift 3
  openssl cms -sign -binary -in "$file" -signer "$work/$signer.pem" -inkey "$work/$signer.key" -outform DER -out "$name" "$@"; }
sign signed.p7s                 person  anchor.json       -certfile "$work/chain.pem"
sign signed-with-content.p7s    rsa     anchor.json       -certfile "$work/chain.pem" -nodetach
sign signed-rsa-pss.p7s         rsa     anchor.json       -certfile "$work/chain.pem" -md sha512 -keyopt rsa_padding_mode:pss
sign signed-without-root.p7s    person  anchor.json       -certfile "$work/intermediate.pem"
sign signed-no-certificates.p7s person  anchor.json       -nocerts
sign signed-unknown.p7s         person  anchor.json       -nocerts -certfile "$work/chain.pem"
sign signed-expired.p7s         expired anchor.json       -certfile "$work/chain.pem"
sign signed-forged.p7s          forged  anchor.json       -certfile "$work/chain.pem"
sign signed-by-person.p7s       byperson anchor.json      -certfile "$work/person-chain.pem"
sign signed-sha1.p7s            person  anchor.json       -certfile "$work/chain.pem" -md sha1
sign signed-no-attributes.p7s   person  anchor.json       -certfile "$work/chain.pem" -noattr
sign signed-other-case.p7s      person  other-anchor.json -certfile "$work/chain.pem" -nodetach
sign signed-older-head.p7s      person  older-anchor.json -certfile "$work/chain.pem" -nodetach
sign signed-by-key.p7s          named   anchor.json       -certfile "$work/chain.pem" -keyid
sign signed-by-unknown-key.p7s  named   anchor.json       -certfile "$work/chain.pem" -keyid -nocerts
sign signed-self.p7s            self    anchor.json
sign signed-by-server.p7s       byserver anchor.json      -certfile "$work/server-chain.pem"
sign signed-by-last.p7s         bylast  anchor.json       -certfile "$work/last-chain.pem"
sign signed-beyond-last.p7s     bybeyond anchor.json      -certfile "$work/last-chain.pem"
sign signed-weak-issuer.p7s     byweak  anchor.json       -certfile "$work/weak-chain.pem"
sign signed-ten-links.p7s       bylink8 anchor.json       -certfile "$work/links.pem"
sign signed-eleven-links.p7s    bylink9 anchor.json       -certfile "$work/links.pem"
# The certificate in it has the key and the serial number of the one that the signature names, and another name.
openssl req -new -utf8 -subj "/O=Exempelmyndigheten/CN=Eva Berg" -key "$work/person.key" -out "$work/twin.csr"
openssl x509 -req -in "$work/twin.csr" -CA "$work/intermediate.pem" -CAkey "$work/intermediate.key" -days 5000 \
  -set_serial "0x$(openssl x509 -in "$work/person.pem" -noout -serial | cut -d= -f2)" -extfile "$config" -extensions person -out "$work/twin.pem" 2>/dev/null
cat "$work/twin.pem" "$work/chain.pem" > "$work/twin-chain.pem"
sign signed-other-certificate.p7s person anchor.json -certfile "$work/twin-chain.pem" -nocerts -cades
openssl cms -sign -binary -in anchor.json -signer "$work/person.pem" -inkey "$work/person.key" -certfile "$work/chain.pem" -outform PEM -out signed-as-text.p7s

# stamp NAME DIGEST SECTION [OPTIONS]
stamp() { name=$1; digest=$2; section=$3; shift 3
  openssl ts -query -data anchor.json "-$digest" -cert -no_nonce -out "$work/query.tsq" 2>/dev/null
  openssl ts -reply -config "$config" -section "$section" -queryfile "$work/query.tsq" -signer "$work/stamper.pem" \
    -inkey "$work/stamper.key" -out "$name" "$@" 2>/dev/null; }
stamp stamped.tsr          sha256 service  -chain "$work/chain.pem"
stamp stamped-sha1.tsr     sha1   service  -chain "$work/chain.pem"
stamp stamped-rejected.tsr sha512 refusing -chain "$work/chain.pem"
openssl ts -query -data anchor.json -sha256 -no_nonce -out "$work/query.tsq" 2>/dev/null
openssl ts -reply -config "$config" -section service -queryfile "$work/query.tsq" -signer "$work/stamper.pem" \
  -inkey "$work/stamper.key" -out stamped-no-certificates.tsr 2>/dev/null
openssl ts -reply -in stamped.tsr -token_out -out stamped-token.tst 2>/dev/null
# The same stamp, signed by someone whose certificate is not for timestamps.
openssl cms -verify -noverify -binary -inform DER -in stamped-token.tst -out "$work/stamp.der" 2>/dev/null
sign stamped-by-person.tst person "$work/stamp.der" -certfile "$work/chain.pem" -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4
