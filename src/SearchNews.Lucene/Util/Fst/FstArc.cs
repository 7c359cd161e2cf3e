namespace SearchNews.Lucene.Util.Fst;

/// <summary>One arc as <see cref="FstReader.TryFindArc"/> found it. Outputs are ranges of the FST's bytes, empty when there are none.</summary>
/// <param name="IsFinal">A key ends with this arc.</param>
/// <param name="Output">What the arc adds to the output of every key through it.</param>
/// <param name="FinalOutput">What the arc adds for the key that ends with it.</param>
/// <param name="Target">The node it leads to, or <see cref="FstReader.NoNode"/>.</param>
internal readonly record struct FstArc(bool IsFinal, FstSlice Output, FstSlice FinalOutput, int Target);
