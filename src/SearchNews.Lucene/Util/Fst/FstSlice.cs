namespace SearchNews.Lucene.Util.Fst;

/// <summary>A range of the bytes of an FST; see <see cref="FstReader.Bytes(FstSlice)"/>.</summary>
internal readonly record struct FstSlice(int Start, int Length);
