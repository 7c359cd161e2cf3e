using System.Text;
using System.Text.Json;
using SearchNews.Articles;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Indexing;

public sealed class ArticleRecordWriterTests
{
    [Fact]
    public void Write_RandomRecords_AreTheSerializers()
    {
        Random random = Seeds.Random();
        foreach (Article article in SomeArticles.Many(random, 200))
        {
            ArticleRecord record = ArticleRecord.Of(article) with
            {
                Title = "“Quotes” <b>&amp; é 😀 \u2028 \\ \" \t",
                Type = random.Next(2) == 0 ? null : "",
                AmpUrl = random.Next(2) == 0 ? null : "https://example.org/amp",
                Provider = random.Next(3) switch { 0 => null, 1 => new ProviderInfo(null, "esa.int"), _ => new ProviderInfo("ESA", null) },
                Image = random.Next(3) switch { 0 => null, 1 => new ImageInfo("https://example.org/i", null, 3), _ => new ImageInfo("", 640, null) },
                UpdatedDateTime = random.Next(2) == 0 ? null : new DateTimeOffset(2021, 8, 1, 2, 3, 4, random.Next(1000), TimeSpan.FromHours(random.Next(3))),
                Heat = random.NextDouble() * Math.Pow(10, random.Next(-20, 20)),
            };
            Encoding.UTF8.GetString(ArticleRecordWriter.Write(record)).ShouldBe(JsonSerializer.Serialize(record, ArticleRecordJson.Default.ArticleRecord));
        }
    }

    [Fact]
    public void Write_AllProperties_AreWritten()
    {
        var full = new ArticleRecord
        {
            Id = "a", Hash = "h", Title = "t", Excerpt = "e", PublishedDateTime = TestIndex.Now, UpdatedDateTime = TestIndex.Now, Url = "u", AmpUrl = "m", Type = "y", Category = "c",
            Quality = 1, Heat = 2, Coverage = 3, Published = true, Provider = new ProviderInfo("n", "d"), Topics = ["o"], Image = new ImageInfo("i", 4, 5),
        };
        using JsonDocument json = JsonDocument.Parse(ArticleRecordWriter.Write(full));
        json.RootElement.EnumerateObject().Count().ShouldBe(typeof(ArticleRecord).GetProperties().Length, "a property that is added is written here too");
    }
}
