using System.CommandLine;
using System.Globalization;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.QueryParsing;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index query LUCENE</c>: the engine alone, without priors, grouping or relaxing.</summary>
internal sealed class IndexQueryCommand : CliCommand
{
    private readonly Argument<string> _query;
    private readonly Option<string> _field;
    private readonly Option<float> _k1;
    private readonly Option<float> _b;
    private readonly Option<int> _top;
    private readonly Option<string?> _analyzer;

    public IndexQueryCommand()
        : base("query", "Runs a query in Lucene's classic syntax on the engine alone: plain BM25, exact total, ties by document.")
    {
        _query = Add(new Argument<string>("LUCENE") { Description = "Such as '+title:moon landing~1 \"first step\"~2 topic:space'. Regular expressions are refused." });
        _field = Add(new Option<string>("--field") { HelpName = "NAME", Description = "Field of words without one.", DefaultValueFactory = _ => ArticleFields.Text });
        _k1 = Add(new Option<float>("--k1") { HelpName = "X", Description = "BM25 term saturation.", DefaultValueFactory = _ => 1.2f });
        _b = Add(new Option<float>("--b") { HelpName = "X", Description = "BM25 length normalisation.", DefaultValueFactory = _ => 0.75f });
        _top = Add(new Option<int>("--top") { HelpName = "N", Description = "How many hits to print.", DefaultValueFactory = _ => 10 });
        _analyzer = Add(new Option<string?>("--analyzer") { HelpName = "NAME", Description = "english, news, words or keyword for every field (default: each field's own)." });
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ParseResult arguments = context.Arguments;
        int top = arguments.GetValue(_top);
        InspectArguments.CheckTop(top);
        LiveIndex index = LiveIndex.Open(context);
        if (arguments.GetResult(_field) is { Implicit: false }) InspectArguments.CheckField(index.Reader, arguments.GetValue(_field)!);
        var searcher = new IndexSearcher(index.Reader, Similarity(arguments.GetValue(_k1), arguments.GetValue(_b)));
        Query query = new ClassicQueryParser(arguments.GetValue(_field)!, AnalyzerOf(arguments.GetValue(_analyzer))).Parse(arguments.GetValue(_query)!);
        TopDocs found = searcher.Search(query, top, cancellationToken: cancellationToken);
        var result = new IndexQueryResult(found.TotalHits.Value, [.. found.ScoreDocs.Select(hit => new IndexQueryHit(hit.Doc, StoredText.Read(index.Reader, hit.Doc, ArticleFields.Id), hit.Score))]);
        if (context.Json) JsonOutput.Write(context.Output, result, CliJson.Relaxed.IndexQueryResult);
        else Print(context, query, result);
        return Task.FromResult(ExitCode.Done);
    }

    private static BM25Similarity Similarity(float k1, float b)
    {
        if (!float.IsFinite(k1) || k1 < 0) throw new UsageException("--k1 must be a number of 0 or more.");
        if (b is not (>= 0 and <= 1)) throw new UsageException("--b must be a number from 0 to 1.");
        return new BM25Similarity(k1, b);
    }

    private static Func<string, Analyzer> AnalyzerOf(string? name)
    {
        if (name is null) return ArticleSchema.AnalyzerOf;
        Analyzer analyzer = name switch
        {
            "english" => new EnglishAnalyzer(),
            "news" => ArticleSchema.News,
            "words" => ArticleSchema.Words,
            "keyword" => ArticleSchema.Keyword,
            _ => throw new UsageException($"--analyzer '{name}' is not one of english, news, words, keyword."),
        };
        return _ => analyzer;
    }

    private static void Print(CommandContext context, Query query, IndexQueryResult result)
    {
        context.Say($"query: {query}");
        foreach (IndexQueryHit hit in result.Hits) context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score,12:R}  {hit.Doc,8}  {hit.Id}"));
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{result.Total} hits"));
    }
}
