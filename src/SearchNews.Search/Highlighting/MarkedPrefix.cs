namespace SearchNews.Search.Highlighting;

/// <summary>Words that begin so are marked.</summary>
/// <param name="Letters">The beginning, as it is in terms.</param>
/// <param name="Fields">Where they are marked.</param>
/// <param name="Source">What they count as when passages are compared.</param>
internal sealed record MarkedPrefix(string Letters, MarkedFields Fields, int Source);
