package marketplace.local.security;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority in memory, which signs the certificates of nodes. Elliptic curves: handshakes are cheap. */
final class Certificates {
    private static final Duration VALID = Duration.ofDays(3650);
    private static final String ORGANISATION = "marketplace";

    private final SecureRandom random = new SecureRandom();
    private final Instant now;
    private final KeyPair keys;
    private final X500Name authorityName = new X500Name("O=" + ORGANISATION + ",CN=marketplace-ca");
    private final X509Certificate certificate;

    Certificates(Clock clock) throws GeneralSecurityException, IOException {
        now = clock.instant();
        keys = newKeys();
        var builder = builder(authorityName, keys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        certificate = sign(builder);
    }

    /** The authority's certificate, PEM: what everybody trusts. */
    String authority() throws IOException {
        return pem(certificate);
    }

    /**
     * A new key and certificate for a node, PEM, in the order in which Kafka reads them: key, certificate, authority.
     *
     * @param unit the cluster that the node belongs to: only members of a cluster are brokers to each other
     */
    String node(String commonName, String unit) throws GeneralSecurityException, IOException {
        var nodeKeys = newKeys();
        // Kafka reads the name from its end: CN first, then OU, then O.
        var name = new X500Name("O=" + ORGANISATION + ",OU=" + unit + ",CN=" + commonName);
        var builder = builder(name, nodeKeys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, commonName),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        return privateKeyPem(nodeKeys.getPrivate()) + pem(sign(builder)) + authority();
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys) {
        return new JcaX509v3CertificateBuilder(
                authorityName,
                new BigInteger(127, random),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALID)),
                subject,
                subjectKeys.getPublic());
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder) throws GeneralSecurityException, IOException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException noSuchAlgorithm) {
            throw new GeneralSecurityException(noSuchAlgorithm);
        }
    }

    private static String privateKeyPem(PrivateKey key) throws IOException {
        return pem(new JcaPKCS8Generator(key, null));
    }

    private static String pem(Object what) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        }
        return text.toString();
    }
}
