package marketplace.service.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/**
 * Says with the last answer on a connection that it is the last. What the server cannot read it answers as HTTP/1.0,
 * where that goes without saying; clients that do not know would send their next request there, and get no answer.
 */
@Singleton
final class LastAnswers implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final Announcement ANNOUNCEMENT = new Announcement();

    @Override
    public NettyServerCustomizer.Registry onCreated(
            @NonNull final BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new AfterCodec("last-answers", ANNOUNCEMENT));
        return event.getBean();
    }

    @Sharable
    private static final class Announcement extends ChannelOutboundHandlerAdapter {
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // It is the promise that was given.
        public void write(
                @NonNull final ChannelHandlerContext context,
                @NonNull final Object message,
                @NonNull final ChannelPromise written) {
            if (message instanceof HttpResponse answer && !HttpUtil.isKeepAlive(answer)) {
                answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
            context.write(message, written);
        }
    }
}
