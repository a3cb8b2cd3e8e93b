# Two commands are enough on a fresh Debian machine with the Swift toolchain: `make run` and `make test`.
# Each installs what it needs, says so, and asks for sudo only where the packages are missing.

PREFIX ?= /usr/local
# fonts-noto-cjk sets the Chinese of the maps; fonts-wqy-microhei will do where 57 MB are too much.
PACKAGES := libgeos-dev libproj-dev libgdal-dev libpangocairo-1.0-0 fonts-noto-cjk pkg-config
# The second flag says again to the linker of libraries what the first says to that of programs; both, so that a library
# and a program share what is compiled.
BUILD := swift build -c release --static-swift-stdlib -Xswiftc -static-stdlib --product
BINARY := .build/release/jinfeng
# The programs of others that are set on the service; of no use to who only runs it. libjs-leaflet draws the page at /map.
CLIENT_PACKAGES := chromium libjs-leaflet
SWIFT_FILES := Package.swift Sources Tests

# The C library stands alone: Swift's own libraries inside, GEOS and PROJ from Debian beside it.
C_LINKING := -Xlinker --version-script=Sources/JinfengC/exports.map -Xlinker -soname=libjinfeng.so
C_LIBRARY := .build/c/libjinfeng.so

.PHONY: c test-c python test-python test-doors test-exchange test-postgis test-page test-features test-faults test-clients run serve test build install uninstall geodata-tables format lint setup clean

run: build
	@echo "\$$ jinfeng locate --input Examples/sites.csv --format text"
	@$(BINARY) locate --input Examples/sites.csv --format text --geodata GeoData

build: setup
	$(BUILD) jinfeng
	$(BUILD) jinfeng-serve

# OGC API Features and the questions at http://127.0.0.1:8080/; stop it with Ctrl-C.
serve: PACKAGES += libjs-leaflet
serve: build
	$(BINARY) serve --geodata GeoData

test: setup lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	Tests/Canaries/check

c: setup
	$(BUILD) JinfengC $(C_LINKING)
	@mkdir -p $(dir $(C_LIBRARY))
	@strip --strip-unneeded -o $(C_LIBRARY) .build/release/libJinfengC.so
	@echo "$(C_LIBRARY); its header: Sources/JinfengC/include/jinfeng.h"

# The header and the library from C, memory watched by AddressSanitizer.
test-c: c
	clang -std=c11 -Wall -Wextra -Werror -O1 -g -fsanitize=address,undefined -fuse-ld=lld -ISources/JinfengC/include \
	  Tests/CFace/face.c -o .build/c/face -L.build/c -ljinfeng -Wl,-rpath,'$$ORIGIN' -lpthread -lm
	.build/c/face GeoData

# The Python package with library and data inside: .build/python/jinfeng-*.whl. Nothing is compiled where it is installed.
PYTHON ?= python3
python: c
	rm -rf .build/python && mkdir -p .build/python
	cp -R Python .build/python/source
	rm -rf .build/python/source/tests
	cp $(C_LIBRARY) .build/python/source/src/jinfeng/
	cp -R GeoData .build/python/source/src/jinfeng/GeoData
	$(PYTHON) -m pip wheel --quiet --no-deps --wheel-dir .build/python .build/python/source
	rm -rf .build/python/source
	@ls .build/python/*.whl

# The tests of the package on the wheel itself, in an environment of its own; the packages come from PyPI.
test-python: python build
	$(PYTHON) -m venv .build/python/environment
	.build/python/environment/bin/pip install --quiet pytest mypy pyarrow geopandas polars "pyspark>=4,<5" .build/python/*.whl
	cd Python && ../.build/python/environment/bin/python -m mypy
	cd Python && JINFENG_COMMAND="$(CURDIR)/$(BINARY)" ../.build/python/environment/bin/python -m pytest -q

# The same sites through every door there is; each door says what it needs.
test-doors: c build
	JINFENG_LIBRARY="$(CURDIR)/$(C_LIBRARY)" JINFENG_COMMAND="$(CURDIR)/$(BINARY)" PYTHONPATH=Python/src \
	  $(PYTHON) Tests/Clients/doors.py

# Files held against programs not ours: ogrinfo and LibreOffice from Debian; pyogrio, ezdxf and openpyxl from PyPI.
test-exchange: PACKAGES += gdal-bin libreoffice-calc python3-venv
test-exchange: build
	Tests/Clients/exchange $(BINARY)

# Layouts and sites in a PostGIS of its own, started for the length of the test.
test-postgis: build
	@$(MAKE) --no-print-directory setup PACKAGES="postgresql-15 postgresql-15-postgis-3"
	Tests/Clients/postgis $(BINARY)

# The page at /map gone through in Chromium.
test-page: PACKAGES += $(CLIENT_PACKAGES)
test-page: build
	Tests/Clients/page.py --service $(BINARY)-serve

# Clients that are not ours set on the service: GDAL, OWSLib, pyogrio, QGIS, schemathesis; each class of conformance. QGIS
# (1 GB) is used where it is installed: `Tests/Clients/features --all` installs it.
test-features: PACKAGES += gdal-bin
test-features: build
	Tests/Clients/features $(BINARY)-serve

# The service under clients that are slow, broken or out to do harm; a few minutes.
test-faults: PACKAGES += slowhttptest
test-faults: build
	Tests/Clients/faults.py --service $(BINARY)-serve

test-clients: test-doors test-exchange test-postgis test-page test-features test-faults

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
