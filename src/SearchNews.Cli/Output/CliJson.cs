using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchNews.Articles.Auditing;
using SearchNews.Search.Evaluation;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Output;

/// <summary>JSON of what only the command line answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AuditReport))]
[JsonSerializable(typeof(BuildReport))]
[JsonSerializable(typeof(UpdateReport))]
[JsonSerializable(typeof(RollbackResult))]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(IndexStatistics))]
[JsonSerializable(typeof(VerifyResult))]
[JsonSerializable(typeof(IndexQueryResult))]
[JsonSerializable(typeof(List<SegmentRow>))]
[JsonSerializable(typeof(List<FieldRow>))]
[JsonSerializable(typeof(List<TermRow>))]
[JsonSerializable(typeof(List<PostingRow>))]
[JsonSerializable(typeof(DocumentDump))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>The shared options with relaxed escaping.</summary>
    public static CliJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
