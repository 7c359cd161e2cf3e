namespace SearchNews.Search.Suggesting;

/// <summary>A whole word of what was typed, that an article must have.</summary>
/// <param name="Folded">The word in lower case, without accents.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal sealed record TypedWord(string Folded, int Start, int End);
