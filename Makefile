# The few commands of every day, here and in continuous integration. `make` alone says what there is.
.DEFAULT_GOAL := help

COMPOSE ?= $(shell docker compose version > /dev/null 2>&1 && echo docker compose || echo docker-compose)
TEST := $(COMPOSE) -p marketplace-test -f docker-compose.yaml -f docker-compose.test.yml
DATA ?= target/compose

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1  /p' $(MAKEFILE_LIST) | while read -r name what; do printf '  %-18s %s\n' "$$name" "$$what"; done

build: ## compiles everything and lays the distribution out, without tests
	./mvnw --batch-mode -DskipTests package

test: ## everything that continuous integration checks
	.ci/run

run: ## the platform on this machine, without containers, until Ctrl-C
	./marketplace up

stop: ## stops that platform; its data stays
	./marketplace down

load: ## the traffic of a marketplace, for the platform that runs: make load RATE=50 FOR=5m
	./marketplace simulate --rate $(or $(RATE),20) --for $(or $(FOR),1m)

clean: ## forgets both platforms with their data, and all that was built
	-test ! -f target/dist/apps/local-platform.jar || ./marketplace down --wipe
	-$(COMPOSE) down --volumes --remove-orphans
	rm -rf target */target */*/target

images: build ## builds the images of what is ours
	$(COMPOSE) build

compose-up: images ## the whole stack in containers
	$(COMPOSE) up --detach

compose-up-dev: images ## the same with one broker a cluster, and nothing that watches
	$(COMPOSE) -f docker-compose.yaml -f docker-compose.dev.yml up --detach

compose-down: ## stops the stack; its volumes stay
	$(COMPOSE) down --remove-orphans

compose-clients: ## leaves settings for clients outside, and the API keys, in target/compose
	COMPOSE="$(COMPOSE)" compose/clients $(DATA)

compose-config: ## whether the files of the stack can be read
	$(COMPOSE) config --quiet
	$(COMPOSE) -f docker-compose.yaml -f docker-compose.dev.yml config --quiet
	$(TEST) config --quiet

compose-test: images ## brings up a stack of its own, tries the acceptance criteria on it from outside, and takes it away
	$(TEST) up --detach && COMPOSE="$(TEST)" compose/verify $(DATA) --with-faults; status=$$?; \
	  $(TEST) down --volumes; exit $$status

.PHONY: help build test run stop load clean images compose-up compose-up-dev compose-down compose-clients compose-config \
  compose-test
