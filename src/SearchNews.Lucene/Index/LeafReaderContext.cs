namespace SearchNews.Lucene.Index;

/// <summary>One segment's place in an <see cref="IndexReader"/>.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="DocBase">What to add to the segment's document ids to get the ids of the whole index.</param>
/// <param name="Ord">Position in <see cref="IndexReader.Leaves"/>.</param>
public sealed record LeafReaderContext(LeafReader Reader, int DocBase, int Ord);
