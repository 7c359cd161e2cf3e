using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Analysis;

/// <summary>A token copied out of a stream.</summary>
/// <param name="Term">The term as it is indexed.</param>
/// <param name="Position">Position in the field, from 0; removed words leave holes.</param>
/// <param name="StartOffset">First UTF-16 unit in the text, inclusive.</param>
/// <param name="EndOffset">Last UTF-16 unit in the text, exclusive.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnalyzedToken(string Term, int Position, int StartOffset, int EndOffset);
