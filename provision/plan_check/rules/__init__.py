"""The rules by family. `provision.plan_check.checking` puts them in order."""
