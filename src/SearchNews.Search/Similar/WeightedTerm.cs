using SearchNews.Lucene.Index;

namespace SearchNews.Search.Similar;

/// <summary>A stem that tells what an article is about.</summary>
/// <param name="Term">The stem in the combined field.</param>
/// <param name="Weight">tf idf, relative to the article's greatest: above 0, up to 1.</param>
/// <param name="Written">The word as first written in the article.</param>
internal sealed record WeightedTerm(Term Term, float Weight, string Written);
