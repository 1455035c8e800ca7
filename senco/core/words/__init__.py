"""The interface in other languages: what is to be translated, the catalogues under locale/, and the language of a request."""
