package marketplace.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import marketplace.local.HeldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CertificatesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]+)-----END \\1-----");

    private Certificates certificates;
    private List<Block> node;

    @BeforeEach
    void begin() throws Exception {
        certificates = new Certificates(new HeldClock(NOON));
        node = blocks(certificates.node("kafka-0", "primary"));
    }

    @Test
    void a_nodes_file_holds_its_key_its_certificate_and_the_authoritys_in_this_order() throws Exception {
        assertThat(node).extracting(Block::kind).containsExactly("PRIVATE KEY", "CERTIFICATE", "CERTIFICATE");
        assertThat(node.get(2)).isEqualTo(blocks(certificates.authority()).get(0));
    }

    @Test
    void the_name_is_in_the_order_in_which_kafka_reads_it() throws Exception {
        assertThat(certificate(node.get(1)).getSubjectX500Principal().getName(X500Principal.RFC2253))
                .isEqualTo("CN=kafka-0,OU=primary,O=marketplace");
    }

    @Test
    void a_nodes_certificate_is_one_that_those_believe_who_trust_the_authority() throws Exception {
        var authority = certificate(blocks(certificates.authority()).get(0));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate(node.get(1))));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOON));

        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
        assertThat(authority.getBasicConstraints())
                .as("it signs nodes, and nobody signs below them")
                .isZero();
        assertThat(certificate(node.get(1)).getBasicConstraints())
                .as("a node signs nobody")
                .isEqualTo(-1);
    }

    @Test
    void it_is_good_for_this_machine_and_for_both_ends_of_a_connection() throws Exception {
        var certificate = certificate(node.get(1));

        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrder("kafka-0", "localhost", "127.0.0.1");
        assertThat(certificate.getExtendedKeyUsage())
                .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    }

    @Test
    void the_key_is_the_certificates_own_and_on_an_elliptic_curve() throws Exception {
        var certificate = certificate(node.get(1));
        var key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(node.get(0).bytes()));
        var text = "hello".getBytes(StandardCharsets.UTF_8);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(text);
        var signed = signature.sign();

        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        signature.initVerify(certificate);
        signature.update(text);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void it_is_valid_from_a_little_before_now_for_ten_years() throws Exception {
        var certificate = certificate(node.get(1));

        assertThat(certificate.getNotBefore()).isBefore(NOON);
        assertThat(certificate.getNotAfter()).isAfter(NOON.plusSeconds(9L * 365 * 24 * 3600));
    }

    @Test
    void no_two_nodes_share_a_key_or_a_number() throws Exception {
        var other = certificate(blocks(certificates.node("kafka-1", "primary")).get(1));
        var mine = certificate(node.get(1));

        assertThat(other.getPublicKey()).isNotEqualTo(mine.getPublicKey());
        assertThat(other.getSerialNumber()).isNotEqualTo(mine.getSerialNumber());
    }

    private record Block(String kind, String text) {
        byte[] bytes() {
            return Base64.getMimeDecoder().decode(text);
        }
    }

    private static List<Block> blocks(String pem) {
        return BLOCK.matcher(pem)
                .results()
                .map(found -> new Block(found.group(1), found.group(2).strip()))
                .toList();
    }

    private static X509Certificate certificate(Block block) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.bytes()));
    }
}
