using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchNews.Articles;
using SearchNews.Lucene.Documents;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Benchmarks;

/// <summary>
/// Makes the product's index of articles in a file, one as JSON on each line, without writing a million files first. Each becomes the front matter that it would
/// have in a folder, and goes the way of an article from there.
/// </summary>
internal static class ProductIndex
{
    private const int BatchSize = 4096;

    /// <summary>Builds a generation, with its stories and merged to one segment, and makes it the live one.</summary>
    /// <param name="articles">The file.</param>
    /// <param name="indexFolder">Where the index is to be.</param>
    public static void Build(string articles, string indexFolder)
    {
        long started = Stopwatch.GetTimestamp();
        var store = new GenerationStore(indexFolder);
        using WriterLock held = WriterLock.Obtain(store.Root, "benchmark");
        Generation generation = store.CreateNext();
        using (GenerationWriter writer = GenerationWriter.Create(store, generation, new BuildOptions().RamBufferBytes))
        {
            var reader = new ArticleReader();
            Task<(Article Article, Document Document)[]>? ahead = null;
            foreach (string[] lines in File.ReadLines(articles).Chunk(BatchSize))
            {
                // One batch is read while that before it is indexed.
                Task<(Article, Document)[]> next = Task.Run(() => lines.AsParallel().AsOrdered().Select(line => Read(reader, line)).ToArray());
                Put(writer, ahead);
                ahead = next;
            }

            Put(writer, ahead);
            writer.MergeAll();
            writer.CommitChanges(articles, TimeProvider.System.GetUtcNow());
        }

        store.Switch(generation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{generation.Name} built in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
    }

    private static void Put(GenerationWriter writer, Task<(Article Article, Document Document)[]>? batch)
    {
        if (batch is null) return;
        foreach ((Article article, Document document) in batch.GetAwaiter().GetResult()) writer.Put(article, document, replaces: false);
    }

    private static (Article Article, Document Document) Read(ArticleReader reader, string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        string id = json.RootElement.GetProperty("id").GetString()!;
        Article article = reader.Read(id, id + ".md", Encoding.UTF8.GetBytes(FrontMatterOf(json.RootElement))).Article ?? throw new InvalidDataException($"'{id}' cannot be read.");
        return (article, ArticleMapper.Map(article, ArticleRecord.Of(article)));
    }

    /// <summary>What a string, a number or a truth value is in JSON it is in YAML too.</summary>
    private static string FrontMatterOf(JsonElement article)
    {
        var text = new StringBuilder("---\n");
        foreach (JsonProperty member in article.EnumerateObject().Where(m => m.Name != "id"))
        {
            text.Append(member.Name).Append(':');
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty part in member.Value.EnumerateObject()) text.Append("\n  ").Append(part.Name).Append(": ").Append(part.Value.GetRawText());
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement part in member.Value.EnumerateArray()) text.Append("\n  - ").Append(part.GetRawText());
            }
            else
            {
                text.Append(' ').Append(member.Value.GetRawText());
            }

            text.Append('\n');
        }

        return text.Append("---\n").ToString();
    }
}
