# The images of what is ours. Needs nothing of BuildKit's.
#
#   docker build --build-arg MODULE=shop-api --build-arg USER_ID=10005 .    a service or a tool
#   docker build --target kafka .                                           Kafka's own image, with our plugins
ARG BUILD_IMAGE=eclipse-temurin:17.0.16_8-jdk-noble
ARG RUNTIME_IMAGE=eclipse-temurin:17.0.16_8-jre-noble
ARG KAFKA_IMAGE=apache/kafka:4.3.1

# The distribution: as it was built before, else built here. `make images` sees to it that it is not older than its sources.
FROM ${BUILD_IMAGE} AS build
WORKDIR /marketplace
COPY . .
RUN test -f target/dist/apps/hadoop-api.jar || ./mvnw --batch-mode -q -DskipTests package
# What the mirror carries is the catalogue's to say, and the catalogue is in no image but its own.
RUN mkdir mirror \
 && java -jar target/dist/apps/catalogue.jar mirror-topics > mirror/topics \
 && java -jar target/dist/apps/catalogue.jar mirror-topics --groups > mirror/groups

# Brokers, mirror and Connect worker: Kafka as it is published, the JMX exporter, our plugins.
FROM ${KAFKA_IMAGE} AS kafka
USER root
WORKDIR /opt/marketplace
COPY --from=build /marketplace/target/dist/lib/kafka/jmx_prometheus_javaagent-*.jar jmx-exporter.jar
COPY --from=build /marketplace/mirror mirror
COPY --from=build /marketplace/target/dist/plugins plugins
COPY compose/answers compose/kafka/start ./
# Nobody of this number is known anywhere: Compose says which each container is.
USER 65534
ENTRYPOINT ["/opt/marketplace/start"]

# What one module takes out of the distribution.
FROM build AS layout
ARG MODULE
RUN compose/image/layout "$MODULE" target/dist /layout

FROM ${RUNTIME_IMAGE} AS service
ARG MODULE
ARG USER_ID=10000
# Hadoop's client asks for the name of its user, so there is one.
RUN groupadd --gid "$USER_ID" marketplace \
 && useradd --uid "$USER_ID" --gid "$USER_ID" --no-create-home --home-dir /tmp marketplace
WORKDIR /opt/marketplace
# What seldom changes comes first: libraries of others, Spark, our own libraries, the module itself.
COPY --from=layout /layout/libraries lib/
COPY --from=layout /layout/spark target/dist/spark/
COPY engines/logback.xml compose/answers compose/image/start compose/image/record ./
COPY --from=layout /layout/ours lib/
COPY --from=layout /layout/apps apps/
ENV MODULE=${MODULE} LOG_FILE=/dev/stdout
RUN ./record
USER ${USER_ID}
STOPSIGNAL SIGTERM
# Only what listens on a port can be asked; the tools are over when they are done.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["sh", "-c", "test -z \"$SERVER_PORT\" || /opt/marketplace/answers \"127.0.0.1:$SERVER_PORT/health/readiness\""]
ENTRYPOINT ["/opt/marketplace/start"]
