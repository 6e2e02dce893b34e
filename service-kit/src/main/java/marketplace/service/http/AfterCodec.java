package marketplace.service.http;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

/** Puts a handler that all connections share where requests have just been read, and answers are about to be written. */
record AfterCodec(String name, ChannelHandler handler, Channel channel) implements NettyServerCustomizer {
    AfterCodec(final String name, final ChannelHandler handler) {
        this(name, handler, null);
    }

    @Override
    @NonNull
    public NettyServerCustomizer specializeForChannel(
            @NonNull final Channel connection, @NonNull final ChannelRole role) {
        return new AfterCodec(name, handler, connection);
    }

    @Override
    public void onStreamPipelineBuilt() {
        channel.pipeline().addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, name, handler);
    }
}
