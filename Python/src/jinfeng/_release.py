"""The release, which must be that of the library inside."""

RELEASE = "0.1.0"
