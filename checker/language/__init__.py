"""English as data and the small grammar that every stage needs: sentences, tokens, word forms, names, dates."""
