using SearchNews.Articles;
using SearchNews.Articles.Folders;
using SearchNews.Lucene.Documents;

namespace SearchNews.Search.Indexing;

/// <summary>A file that was read.</summary>
/// <param name="Content">Its bytes, or why there are none.</param>
/// <param name="Result">The article or what is wrong with it; null when the content is as remembered.</param>
/// <param name="Document">The article as it is indexed; null when it is not.</param>
internal sealed record ArticleReading(ArticleFileContent Content, ArticleReadResult? Result, Document? Document);
