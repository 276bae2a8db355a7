"""Claims by key: the shuffle between `analyse` and `judge`."""
