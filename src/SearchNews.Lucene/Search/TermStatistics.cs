using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>What scoring needs to know of a term, summed over all segments.</summary>
/// <param name="Term">The term.</param>
/// <param name="DocFreq">Documents with the term, at least 1.</param>
/// <param name="TotalTermFreq">Its occurrences.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermStatistics(Term Term, long DocFreq, long TotalTermFreq);
