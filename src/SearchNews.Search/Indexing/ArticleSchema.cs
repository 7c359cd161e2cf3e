using System.Globalization;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Index;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Indexing;

/// <summary>What every index of articles has in common: schema version, analyzers, and what its commits say of themselves.</summary>
public static class ArticleSchema
{
    /// <summary>Raised whenever the fields or their analysis change; an index of another version is rebuilt, never misread.</summary>
    public const int Version = 3;

    /// <summary>Commit user data: <see cref="Version"/>.</summary>
    public const string VersionKey = "searchnews.schema";

    /// <summary>Commit user data: the source folder's absolute path.</summary>
    public const string SourceKey = "searchnews.source";

    /// <summary>Commit user data: when the generation was built, ISO 8601.</summary>
    public const string BuiltAtKey = "searchnews.builtAt";

    /// <summary>Commit user data: when the generation was last updated, ISO 8601; that of its building before the first update.</summary>
    public const string UpdatedAtKey = "searchnews.updatedAt";

    /// <summary>Commit user data: the program's version.</summary>
    public const string ProgramKey = "searchnews.version";

    /// <summary>The analyzer of ranked text.</summary>
    public static Analyzer News { get; } = new NewsAnalyzer();

    /// <summary>The analyzer of <see cref="ArticleFields.Words"/>.</summary>
    public static Analyzer Words { get; } = new WordsAnalyzer();

    /// <summary>The analyzer of keywords.</summary>
    public static Analyzer Keyword { get; } = new KeywordAnalyzer();

    /// <summary>The fields that are split into words, with their analyzers; every other field is a keyword.</summary>
    public static IReadOnlyDictionary<string, Analyzer> FieldAnalyzers { get; } = new Dictionary<string, Analyzer>(StringComparer.Ordinal)
    {
        [ArticleFields.Text] = News,
        [ArticleFields.Title] = News,
        [ArticleFields.Excerpt] = News,
        [ArticleFields.Words] = Words,
    };

    /// <summary>How articles are written.</summary>
    public static IndexWriterConfig WriterConfig { get; } = new() { Analyzer = Keyword, FieldAnalyzers = FieldAnalyzers };

    /// <summary>The analyzer of a field.</summary>
    public static Analyzer AnalyzerOf(string field) => FieldAnalyzers.GetValueOrDefault(field) ?? Keyword;

    /// <summary>Throws unless a commit was written by this schema version.</summary>
    /// <exception cref="BackendUnavailableException">Another version, or an index of something else.</exception>
    public static void Check(IReadOnlyDictionary<string, string> userData, string generation)
    {
        string found = userData.GetValueOrDefault(VersionKey, "none");
        if (found != Version.ToString(CultureInfo.InvariantCulture))
            throw new BackendUnavailableException($"Generation '{generation}' has schema version {found}, this program reads {Version}; rebuild the index with 'searchnews index rebuild'.");
    }

    /// <summary>What the first commit of a generation says of itself.</summary>
    internal static SortedDictionary<string, string> Describe(string source, DateTimeOffset builtAt, string stories) => new(StringComparer.Ordinal)
    {
        [VersionKey] = Version.ToString(CultureInfo.InvariantCulture),
        [SourceKey] = source,
        [BuiltAtKey] = Format(builtAt),
        [UpdatedAtKey] = Format(builtAt),
        [ProgramKey] = ProgramVersion.Text,
        [StoryFiles.Key] = stories,
    };

    /// <summary>What the commit of an update says of itself: as the one before, apart from the source, the time and the stories.</summary>
    internal static SortedDictionary<string, string> Describe(IReadOnlyDictionary<string, string> before, string source, DateTimeOffset updatedAt, string stories) =>
        new(before.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [SourceKey] = source,
            [UpdatedAtKey] = Format(updatedAt),
            [StoryFiles.Key] = stories,
        };

    private static string Format(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
