"""What families read, in other languages and in easy words: asked of a person, approved by another one."""
