namespace SearchNews.Lucene.Index;

/// <summary>One segment's place in an index.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="Ord">Its position among the segments, from 0.</param>
/// <param name="DocBase">What to add to a document of the segment to get its number in the index.</param>
public sealed record LeafReaderContext(LeafReader Reader, int Ord, int DocBase);
