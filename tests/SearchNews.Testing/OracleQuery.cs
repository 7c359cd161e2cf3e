using System.Text.Json.Nodes;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;

namespace SearchNews.Testing;

/// <summary>Writes our queries in the form that <c>RunQueries.java</c> reads.</summary>
public static class OracleQuery
{
    /// <summary>A line that runs a query and wants the best <paramref name="top"/> hits.</summary>
    public static string Line(Query query, int top, bool show = false) => Line(ToJson(query), top, show);

    /// <summary>A line that lets Lucene's classic parser read a query.</summary>
    public static string ClassicLine(string text, string field, string analyzer, int top, IReadOnlyDictionary<string, string>? analyzers = null, bool and = false)
    {
        var classic = new JsonObject { ["text"] = text, ["field"] = field, ["analyzer"] = analyzer, ["operator"] = and ? "and" : "or" };
        if (analyzers is not null)
            classic["analyzers"] = new JsonObject(analyzers.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return Line(new JsonObject { ["classic"] = classic }, top, show: true);
    }

    private static string Line(JsonObject query, int top, bool show) => new JsonObject { ["query"] = query, ["top"] = top, ["show"] = show }.ToJsonString();

    private static JsonObject ToJson(Query query) => query switch
    {
        TermQuery term => Of("term", new JsonObject { ["field"] = term.Term.Field, ["text"] = term.Term.Text }),
        PhraseQuery { Terms.Length: 0 } => Of("phrase", new JsonObject { ["terms"] = new JsonArray() }),
        PhraseQuery phrase => Of("phrase", new JsonObject
        {
            ["field"] = phrase.Terms[0].Field,
            ["terms"] = Array(phrase.Terms.Select(term => (JsonNode)term.Text)),
            ["positions"] = Array(phrase.Positions.Select(position => (JsonNode)position)),
            ["slop"] = phrase.Slop,
        }),
        PrefixQuery prefix => Of("prefix", new JsonObject { ["field"] = prefix.Field, ["text"] = prefix.Prefix }),
        WildcardQuery wildcard => Of("wildcard", new JsonObject { ["field"] = wildcard.Field, ["text"] = wildcard.Pattern }),
        FuzzyQuery fuzzy => Of("fuzzy", new JsonObject
        {
            ["field"] = fuzzy.Term.Field,
            ["text"] = fuzzy.Term.Text,
            ["maxEdits"] = fuzzy.MaxEdits,
            ["prefixLength"] = fuzzy.PrefixLength,
            ["maxExpansions"] = fuzzy.MaxExpansions,
            ["transpositions"] = fuzzy.Transpositions,
        }),
        TermRangeQuery range => Of("termRange", new JsonObject
        {
            ["field"] = range.Field,
            ["lower"] = range.Lower,
            ["upper"] = range.Upper,
            ["includeLower"] = range.IncludesLower,
            ["includeUpper"] = range.IncludesUpper,
        }),
        MatchAllDocsQuery => Of("matchAll", []),
        MatchNoDocsQuery => Of("matchNone", []),
        ConstantScoreQuery constant => Of("constantScore", new JsonObject { ["query"] = ToJson(constant.Query) }),
        BoostQuery boost => Of("boost", new JsonObject { ["query"] = ToJson(boost.Query), ["by"] = boost.Boost }),
        DisjunctionMaxQuery max => Of("disMax", new JsonObject { ["queries"] = Array(max.Queries.Select(ToJson)), ["tie"] = max.TieBreaker }),
        FeatureQuery feature => Of("feature", Feature(feature)),
        BooleanQuery boolean => Of("bool", Boolean(boolean)),
        _ => throw new NotSupportedException($"RunQueries.java has no form for {query}."),
    };

    private static JsonObject Of(string kind, JsonObject body) => new() { [kind] = body };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static JsonObject Feature(FeatureQuery query)
    {
        var json = new JsonObject { ["field"] = query.Feature.Field, ["name"] = query.Feature.Text };
        switch (query.Function)
        {
            case SaturationFunction saturation:
                json["function"] = "saturation";
                if (saturation.Pivot is { } pivot) json["pivot"] = pivot;
                break;
            case LogFunction log:
                json["function"] = "log";
                json["scalingFactor"] = log.ScalingFactor;
                break;
            case SigmoidFunction sigmoid:
                json["function"] = "sigmoid";
                json["pivot"] = sigmoid.Pivot;
                json["exponent"] = sigmoid.Exponent;
                break;
            default:
                json["function"] = "linear";
                break;
        }

        return json;
    }

    private static JsonObject Boolean(BooleanQuery query)
    {
        var json = new JsonObject { ["minShouldMatch"] = query.MinimumShouldMatch };
        foreach ((string name, Occur occur) in (ReadOnlySpan<(string, Occur)>)[("must", Occur.Must), ("should", Occur.Should), ("mustNot", Occur.MustNot), ("filter", Occur.Filter)])
            json[name] = Array(query.Clauses.Where(clause => clause.Occur == occur).Select(clause => (JsonNode)ToJson(clause.Query)));
        return json;
    }
}
