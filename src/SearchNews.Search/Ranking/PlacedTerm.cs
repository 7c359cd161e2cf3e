using System.Runtime.InteropServices;

namespace SearchNews.Search.Ranking;

/// <summary>A term of the query and where it stands in it.</summary>
/// <param name="Term">The term as it is indexed in <c>text</c>.</param>
/// <param name="Position">Position in its run of words; stop words take one each. Terms that stand for the same word share it.</param>
/// <param name="Word">The word it comes from: for people.</param>
/// <param name="Weight">1, or less for what stands in for the word typed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedTerm(string Term, int Position, string Word, double Weight = 1);
