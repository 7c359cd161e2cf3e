using System.Text.Json;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Evaluation;

/// <summary>
/// A collection of documents with judged queries, such as Cranfield: a folder of <c>docs.jsonl</c> (<c>id</c>, <c>title</c>, <c>text</c>), <c>queries.tsv</c> and
/// <c>qrels.tsv</c>. Measures the engine alone, to be compared with the figures others publish: plain BM25 (k1 1.2, b 0.75), Lucene's English analysis, title and text in
/// one field, any word. The index is in memory.
/// </summary>
public sealed class TestCollection
{
    private const string DocsFile = "docs.jsonl";
    private const string QueriesFile = "queries.tsv";
    private const string QrelsFile = "qrels.tsv";
    private const string Id = "id";
    private const string Text = "text";
    private const int Depth = 1000;

    private readonly string _folder;
    private readonly EnglishAnalyzer _analyzer = new();

    /// <summary>Names a collection.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="FileNotFoundException">One of its files is not there.</exception>
    public TestCollection(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        foreach (string file in (string[])[DocsFile, QueriesFile, QrelsFile])
        {
            if (!File.Exists(Path.Combine(folder, file))) throw new FileNotFoundException($"The collection '{folder}' lacks its file '{file}'.", file);
        }

        _folder = folder;
    }

    /// <summary>The name of its folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder)));

    /// <summary>Indexes the documents, runs the queries and measures.</summary>
    /// <exception cref="InvalidDataException">A line is not in its form; names file and line.</exception>
    public EvaluationReport Measure(CancellationToken cancellationToken = default)
    {
        JudgedSet set = JudgedSet.Read(Path.Combine(_folder, QueriesFile), Path.Combine(_folder, QrelsFile));
        using var directory = new MemoryDirectory();
        (DirectoryReader reader, List<string> ids) = Index(directory, cancellationToken);
        var searcher = new IndexSearcher(reader, new BM25Similarity(1.2f, 0.75f));
        return EvaluationReport.Of([.. set.Queries.Select(query => new MeasuredQuery(query, QueryMeasures.Of(Search(searcher, ids, query.Text, cancellationToken), query.Grades)))]);
    }

    private (DirectoryReader Reader, List<string> Ids) Index(MemoryDirectory directory, CancellationToken cancellationToken)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig { Analyzer = _analyzer, MergeAutomatically = false });
        var ids = new List<string>();
        foreach ((string id, string text) in ReadDocuments())
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.AddDocument([new StringField(Id, id), new TextField(Text, text)]);
            ids.Add(id);
        }

        writer.Commit();
        return (DirectoryReader.Open(directory), ids);
    }

    private List<string> Search(IndexSearcher searcher, List<string> ids, string text, CancellationToken cancellationToken)
    {
        var builder = new BooleanQuery.Builder();
        foreach (AnalyzedToken token in _analyzer.Analyze(text)) builder.Add(new TermQuery(Text, token.Term), Occur.Should);

        // Documents were added by one thread and never merged, so that a document's number is its line.
        return [.. searcher.Search(builder.Build(), Depth, cancellationToken: cancellationToken).ScoreDocs.Select(hit => ids[hit.Doc])];
    }

    private IEnumerable<(string Id, string Text)> ReadDocuments()
    {
        int line = 0;
        foreach (string json in File.ReadLines(Path.Combine(_folder, DocsFile)))
        {
            line++;
            if (json.Length > 0) yield return Parse(json, line);
        }
    }

    private static (string Id, string Text) Parse(string json, int line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return (root.GetProperty("id").GetString()!, $"{root.GetProperty("title").GetString()} {root.GetProperty("text").GetString()}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{DocsFile}:{line}: expected an object of the strings id, title and text: {e.Message}", e);
        }
    }
}
