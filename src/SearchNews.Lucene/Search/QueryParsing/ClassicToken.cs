using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>A token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without the signs that mark the kind, still escaped.</param>
/// <param name="Position">Where it begins in the query.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClassicToken(ClassicTokenKind Kind, string Text, int Position);
