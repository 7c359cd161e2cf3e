using System.Runtime.InteropServices;

namespace SearchNews.Search.Embedded;

/// <summary>A document among the best.</summary>
/// <param name="Doc">Its number in the snapshot.</param>
/// <param name="Key">What it is ordered by, greatest first: the score, or a doc value.</param>
/// <param name="PublishedAt">Breaks ties: later first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RankedHit(int Doc, double Key, long PublishedAt);
