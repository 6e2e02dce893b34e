package marketplace.service.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many connections a service keeps open: one more than {@code connections.most} is closed at once. */
@Singleton
final class ConnectionLimit implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionLimit(@Value("${connections.most}") final int most) {
        this.most = most;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            @NonNull final BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Door());
        return event.getBean();
    }

    private final class Door implements NettyServerCustomizer {
        @Override
        @NonNull
        @SuppressWarnings("FutureReturnValueIgnored") // Both end when the channel does.
        public NettyServerCustomizer specializeForChannel(
                @NonNull final Channel channel, @NonNull final ChannelRole role) {
            if (role == ChannelRole.CONNECTION) {
                channel.closeFuture().addListener(closed -> open.decrementAndGet());
                if (open.incrementAndGet() > most) {
                    channel.close();
                }
            }
            return this;
        }
    }
}
