using System.Runtime.InteropServices;

namespace SearchNews.Search.QuerySyntax;

/// <summary>A token of the query syntax.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The word, phrase, operator or field name, as typed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text);
