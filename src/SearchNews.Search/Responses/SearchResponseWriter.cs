using System.Text.Json;

namespace SearchNews.Search.Responses;

/// <summary>
/// Writes the answer to a search, to the byte as <see cref="SparseJson"/> does, which stays the reference. After each search the caches hold none of the code that writes JSON, so little code is what counts:
/// here it goes from member to member. Generated code hands each number that may be absent to a converter, and leaves members out by no generated code at all. Thread-safe.
/// </summary>
public static class SearchResponseWriter
{
    private static readonly JsonEncodedText Meta = JsonEncodedText.Encode("meta");
    private static readonly JsonEncodedText Took = JsonEncodedText.Encode("took");
    private static readonly JsonEncodedText Generation = JsonEncodedText.Encode("generation");
    private static readonly JsonEncodedText Commit = JsonEncodedText.Encode("commit");
    private static readonly JsonEncodedText Now = JsonEncodedText.Encode("now");
    private static readonly JsonEncodedText Query = JsonEncodedText.Encode("query");
    private static readonly JsonEncodedText Parsed = JsonEncodedText.Encode("parsed");
    private static readonly JsonEncodedText Corrected = JsonEncodedText.Encode("corrected");
    private static readonly JsonEncodedText Dropped = JsonEncodedText.Encode("dropped");
    private static readonly JsonEncodedText Relaxed = JsonEncodedText.Encode("relaxed");
    private static readonly JsonEncodedText Partial = JsonEncodedText.Encode("partial");
    private static readonly JsonEncodedText Warnings = JsonEncodedText.Encode("warnings");
    private static readonly JsonEncodedText Profile = JsonEncodedText.Encode("profile");
    private static readonly JsonEncodedText Total = JsonEncodedText.Encode("total");
    private static readonly JsonEncodedText Stories = JsonEncodedText.Encode("stories");
    private static readonly JsonEncodedText Articles = JsonEncodedText.Encode("articles");
    private static readonly JsonEncodedText Exact = JsonEncodedText.Encode("exact");
    private static readonly JsonEncodedText Page = JsonEncodedText.Encode("page");
    private static readonly JsonEncodedText Size = JsonEncodedText.Encode("size");
    private static readonly JsonEncodedText Next = JsonEncodedText.Encode("next");
    private static readonly JsonEncodedText Cursor = JsonEncodedText.Encode("cursor");
    private static readonly JsonEncodedText Hits = JsonEncodedText.Encode("hits");
    private static readonly JsonEncodedText Facets = JsonEncodedText.Encode("facets");
    private static readonly JsonEncodedText DidYouMean = JsonEncodedText.Encode("didYouMean");
    private static readonly JsonEncodedText Links = JsonEncodedText.Encode("links");
    private static readonly JsonEncodedText Self = JsonEncodedText.Encode("self");
    private static readonly JsonEncodedText Rss = JsonEncodedText.Encode("rss");
    private static readonly JsonEncodedText Atom = JsonEncodedText.Encode("atom");

    /// <summary>Writes an answer; what is escaped, the writer knows.</summary>
    public static void Write(Utf8JsonWriter writer, SearchResponse response)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(response);
        writer.WriteStartObject();
        Write(writer, response.Meta);
        Write(writer, response.Total);
        writer.WriteNumber(Page, response.Page);
        writer.WriteNumber(Size, response.Size);
        writer.WriteString(Next, response.Next);
        writer.WriteString(Cursor, response.Cursor);
        writer.WriteStartArray(Hits);
        for (int i = 0; i < response.Hits.Count; i++) HitMembers.Hit.Write(writer, response.Hits[i]);
        writer.WriteEndArray();
        Write(writer, response.Facets);
        writer.WriteString(DidYouMean, response.DidYouMean);
        Write(writer, response.Links);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ResponseMeta meta)
    {
        writer.WriteStartObject(Meta);
        writer.WriteNumber(Took, meta.Took);
        writer.WriteString(Generation, meta.Generation);
        writer.WriteNumber(Commit, meta.Commit);
        writer.WriteString(Now, meta.Now);
        Write(writer, meta.Query);
        writer.WriteBoolean(Relaxed, meta.Relaxed);
        writer.WriteBoolean(Partial, meta.Partial);
        writer.Write(Warnings, meta.Warnings);
        writer.WriteString(Profile, meta.Profile);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, QueryInfo? query)
    {
        if (query is null)
        {
            writer.WriteNull(Query);
            return;
        }

        writer.WriteStartObject(Query);
        writer.WriteString(Parsed, query.Parsed);
        writer.WriteString(Corrected, query.Corrected);
        writer.Write(Dropped, query.Dropped);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TotalHits total)
    {
        writer.WriteStartObject(Total);
        writer.Write(Stories, total.Stories);
        writer.WriteNumber(Articles, total.Articles);
        writer.WriteBoolean(Exact, total.Exact);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? facets)
    {
        writer.WritePropertyName(Facets);
        if (facets is null) writer.WriteNullValue();
        else JsonSerializer.Serialize(writer, facets, SearchJson.Default.IReadOnlyDictionaryStringIReadOnlyListFacetValue);
    }

    private static void Write(Utf8JsonWriter writer, ResponseLinks links)
    {
        writer.WriteStartObject(Links);
        writer.WriteString(Self, links.Self);
        writer.WriteString(Rss, links.Rss);
        writer.WriteString(Atom, links.Atom);
        writer.WriteEndObject();
    }
}
