# Two commands are enough on a fresh Debian machine with the Swift toolchain: `make run` and `make test`.
# Each installs what it needs, says so, and asks for sudo only where the packages are missing.

PREFIX ?= /usr/local
# fonts-noto-cjk sets the Chinese of the maps; fonts-wqy-microhei will do where 57 MB are too much.
PACKAGES := libgeos-dev libproj-dev libgdal-dev libpango1.0-dev fonts-noto-cjk pkg-config
BUILD := swift build -c release --static-swift-stdlib --product
BINARY := .build/release/jinfeng
SWIFT_FILES := Package.swift Sources Tests

.PHONY: run serve test test-clients build install uninstall geodata-tables format lint setup clean

run: build
	@echo "\$$ jinfeng locate --input Examples/sites.csv --format text"
	@$(BINARY) locate --input Examples/sites.csv --format text --geodata GeoData

build: setup
	$(BUILD) jinfeng
	$(BUILD) jinfeng-serve

# OGC API Features and the questions at http://127.0.0.1:8080/; stop it with Ctrl-C.
serve: build
	$(BINARY) serve --geodata GeoData

test: setup lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	Tests/Canaries/check

# Files held against programs not ours (pyogrio, ezdxf, openpyxl, LibreOffice where installed), which come from PyPI.
test-clients: build
	Tests/Clients/run $(BINARY)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/jinfeng"
	install -m 755 $(BINARY) $(BINARY)-serve "$(DESTDIR)$(PREFIX)/bin"
	rm -rf "$(DESTDIR)$(PREFIX)/share/jinfeng/GeoData"
	cp -R GeoData "$(DESTDIR)$(PREFIX)/share/jinfeng/GeoData"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/jinfeng; its data: $(DESTDIR)$(PREFIX)/share/jinfeng/GeoData"

uninstall:
	rm -rf "$(DESTDIR)$(PREFIX)/bin/jinfeng" "$(DESTDIR)$(PREFIX)/bin/jinfeng-serve" "$(DESTDIR)$(PREFIX)/share/jinfeng"

geodata-tables: build
	$(BINARY) validate GeoData --write-tables

format:
	swift format format --in-place --recursive $(SWIFT_FILES)

lint:
	swift format lint --strict --recursive $(SWIFT_FILES)

setup:
	@command -v swift >/dev/null || { echo "The Swift toolchain (6.2 or later) is missing: see swift.org/install"; exit 1; }
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	rm -rf .build
