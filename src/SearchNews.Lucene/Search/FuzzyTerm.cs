using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>A term of the index that is spelled nearly like another.</summary>
/// <param name="Term">The term.</param>
/// <param name="Edits">Edits between the two.</param>
/// <param name="Boost">1 - edits / min(code points of both): 1 without edits, below 0 when there are more edits than code points.</param>
public sealed record FuzzyTerm(Term Term, int Edits, float Boost);
