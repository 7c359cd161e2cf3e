namespace SearchNews.Search.Responses;

/// <summary>What one word adds to the text score.</summary>
/// <param name="Term">The indexed form.</param>
/// <param name="Field">The field.</param>
/// <param name="Tf">Occurrences in the article.</param>
/// <param name="DocFreq">Articles with the word.</param>
/// <param name="Idf">Inverse document frequency.</param>
/// <param name="Length">Words of the article's field, as rounded by the index.</param>
/// <param name="Value">What it adds.</param>
public sealed record TermExplanation(string Term, string Field, float Tf, long DocFreq, float Idf, float Length, float Value);
