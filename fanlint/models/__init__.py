"""Quick models, learnt from fiction, of which word belongs where."""
