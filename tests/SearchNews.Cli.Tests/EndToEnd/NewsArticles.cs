using SearchNews.Articles;
using SearchNews.Articles.Folders;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>The articles of the end-to-end tests: real ones where there are any, else the samples.</summary>
internal static class NewsArticles
{
    /// <summary>Their folder.</summary>
    public static string Folder => Corpus.Folder is null ? SampleIndex.Articles : Corpus.AzureNewsFolder;

    /// <summary>Indexes them as documents of many segments, none of them merged.</summary>
    public static void WriteManySegments(string target)
    {
        ArticleFolderScan scan = new ArticleFolder(Folder).Scan(TestContext.Current.CancellationToken);
        int perSegment = Math.Max(10, scan.Entries.Count / 40);
        using var directory = new FileSystemDirectory(target);
        using var writer = new IndexWriter(directory, Config);
        var reader = new ArticleReader();
        foreach (ArticleEntry[] segment in scan.Entries.Chunk(perSegment))
        {
            foreach (ArticleEntry entry in segment)
            {
                if (reader.Read(ArticleFile.Load(entry)).Article is { Removed: false } article)
                    writer.AddDocument(ArticleMapper.Map(article, ArticleRecord.Of(article)));
            }

            writer.Flush();
        }

        writer.Commit();
    }

    /// <summary>Lets our writer merge an index into one segment.</summary>
    public static void Merge(string target)
    {
        using var directory = new FileSystemDirectory(target);
        using var writer = new IndexWriter(directory, Config);
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static IndexWriterConfig Config => new() { Analyzer = ArticleSchema.Keyword, FieldAnalyzers = ArticleSchema.FieldAnalyzers, RamBufferBytes = 1 << 20, MergeAutomatically = false };
}
