using System.Globalization;

namespace SearchNews.Testing;

/// <summary>
/// Real articles and judged queries, which are not part of the repository. The environment variable
/// <c>SEARCHNEWS_CORPUS</c> names their folder; without it the tests that need them are skipped.
/// </summary>
/// <remarks>
/// The folder holds <c>azure-news.tar.xz</c> (4,958 Markdown articles in <c>azure-news/</c>), <c>keyword-queries.tsv</c>,
/// <c>keyword-qrels.tsv</c>, <c>similar-qrels.tsv</c>, and <c>ir/{cranfield,time,cisi,npl}</c> with <c>docs.jsonl</c>,
/// <c>queries.tsv</c>, <c>qrels.tsv</c> each.
/// </remarks>
public static class Corpus
{
    /// <summary>Names the folder.</summary>
    public const string Variable = "SEARCHNEWS_CORPUS";

    private const string Articles = "azure-news";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<string> Unpacked = new(Unpack);

    /// <summary>Full path of the corpus; null when there is none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : null;

    /// <summary>Folder of the real articles, unpacked once and kept; shared by all tests, so read only.</summary>
    public static string AzureNewsFolder => Unpacked.Value;

    /// <summary>Query id, TAB, query, TAB, kind.</summary>
    public static string KeywordQueries => Existing("keyword-queries.tsv");

    /// <summary>Query id, TAB, article id, TAB, grade (2 or 1).</summary>
    public static string KeywordQrels => Existing("keyword-qrels.tsv");

    /// <summary>Article id, TAB, similar article's id, TAB, grade (always 1).</summary>
    public static string SimilarQrels => Existing("similar-qrels.tsv");

    /// <summary>Folder of one of the classic judged collections: cranfield, time, cisi, npl.</summary>
    public static string Collection(string name) => Existing(Path.Combine("ir", name));

    /// <summary>Skips the running test, with the reason, when there is no corpus.</summary>
    public static void SkipUnlessAvailable()
    {
        if (Folder is null)
            Assert.Skip($"{Variable} names no folder of real articles and judged queries.");
    }

    private static string Existing(string name)
    {
        SkipUnlessAvailable();
        string path = Path.Combine(Folder!, name);
        return Path.Exists(path) ? path : throw new FileNotFoundException($"{Variable} lacks {name}.", path);
    }

    private static string Unpack()
    {
        FileInfo archive = new(Existing(Articles + ".tar.xz"));
        string key = string.Create(CultureInfo.InvariantCulture, $"{Articles}-{archive.Length}-{archive.LastWriteTimeUtc.Ticks}");
        string cache = CacheFolder.GetOrCreate(key, folder => ToolProcess.Run("tar", ["-xJf", archive.FullName, "-C", folder], Patience));
        return Path.Combine(cache, Articles);
    }
}
