"""An import in four steps: upload, stage (read and compare), decide, apply. The last one applied can be undone."""
