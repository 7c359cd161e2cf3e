namespace SearchNews.Search.Suggesting;

/// <summary>A word that may be meant, and how many articles have it together with the words before.</summary>
/// <param name="Word">Its place in the <see cref="WordTable"/>.</param>
/// <param name="Count">The articles, at least 1.</param>
internal readonly record struct WordCompletion(int Word, int Count);
