package marketplace.service.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.json.JsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Refuses a body whose chunks cannot be told apart: the server would take what came before for the whole of it. */
@Singleton
final class BrokenBodies implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final Problem PROBLEM =
            Problem.of(HttpStatus.BAD_REQUEST, "The body's chunks cannot be told apart.");

    private final Refusal refusal;

    BrokenBodies(final JsonMapper json) throws IOException {
        this.refusal = new Refusal(json.writeValueAsBytes(PROBLEM));
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            @NonNull final BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new AfterCodec("broken-bodies", refusal));
        return event.getBean();
    }

    @Sharable
    private static final class Refusal extends ChannelInboundHandlerAdapter {
        private final byte[] problem;

        Refusal(final byte[] problem) {
            this.problem = problem;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // It ends when the channel does.
        public void channelRead(@NonNull final ChannelHandlerContext context, @NonNull final Object message) {
            if (isBroken(message)) {
                ReferenceCountUtil.release(message);
                context.writeAndFlush(answer()).addListener(ChannelFutureListener.CLOSE);
            } else {
                context.fireChannelRead(message);
            }
        }

        /** What begins a request is refused by the server itself. */
        private static boolean isBroken(final Object message) {
            return message instanceof HttpContent content
                    && !(message instanceof HttpRequest)
                    && content.decoderResult().isFailure();
        }

        private FullHttpResponse answer() {
            final FullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(problem));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            return answer;
        }
    }
}
