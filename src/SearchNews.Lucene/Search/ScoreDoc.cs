using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search;

/// <summary>A hit.</summary>
/// <param name="Doc">Id within the whole index.</param>
/// <param name="Score">Its score.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ScoreDoc(int Doc, float Score);
