package marketplace.service.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Takes addresses as people type them: {@code curl 'localhost:8086/product_info?product_name=лампа'} sends the letters as
 * they are, in UTF-8, and the server would read each byte for a letter of Latin-1.
 */
@Singleton
final class RawAddresses implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final Encoder ENCODER = new Encoder();

    @Override
    public NettyServerCustomizer.Registry onCreated(
            @NonNull final BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new AfterCodec("raw-addresses", ENCODER));
        return event.getBean();
    }

    /** The address with every byte that is not ASCII written as {@code %XX}. */
    static String encoded(final String address) {
        if (address.chars().noneMatch(c -> c >= FIRST_BEYOND_ASCII)) {
            return address;
        }
        final StringBuilder encoded = new StringBuilder(address.length() * 2);
        address.chars().forEach(c -> {
            if (c < FIRST_BEYOND_ASCII) {
                encoded.append((char) c);
            } else {
                encoded.append(String.format("%%%02X", c & 0xff));
            }
        });
        return encoded.toString();
    }

    @Sharable
    private static final class Encoder extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(@NonNull final ChannelHandlerContext context, @NonNull final Object message) {
            if (message instanceof HttpRequest request) {
                request.setUri(encoded(request.uri()));
            }
            context.fireChannelRead(message);
        }
    }
}
