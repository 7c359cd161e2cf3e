using System.Globalization;
using System.Text.Json;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Generations;

/// <summary>
/// Who holds the <see cref="WriterLock"/>, as <c>writer.json</c> tells: <c>{"pid":4711,"purpose":"serve --watch","url":"http://127.0.0.1:5080","source":"/news"}</c>. It lies beside
/// the lock since a lock file that is not empty makes Apache Lucene fail. Only a hint for people and programs: the lock decides.
/// </summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Purpose">What it is doing.</param>
/// <param name="Url">Where it can be asked to make changes, or null when it does not serve.</param>
/// <param name="Source">The folder of articles that it reads, or null when it does not serve.</param>
public sealed record WriterHolder(int ProcessId, string Purpose, string? Url = null, string? Source = null)
{
    internal const string FileName = "writer.json";
    private const string TemporaryName = "writer.json.tmp";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({Purpose})");

    /// <summary>The holder that left its name last, or null when there is none or it cannot be read.</summary>
    internal static WriterHolder? Read(IndexDirectory root)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(root.OpenInput(FileName).Span.ToArray());
            JsonElement holder = json.RootElement;
            return new WriterHolder(
                holder.GetProperty("pid").GetInt32(),
                holder.GetProperty("purpose").GetString() ?? "",
                holder.TryGetProperty("url", out JsonElement url) ? url.GetString() : null,
                holder.TryGetProperty("source", out JsonElement source) ? source.GetString() : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes <c>writer.json</c>, replacing that of a holder that died.</summary>
    internal void Write(IndexDirectory root)
    {
        if (root.ListAll().Contains(TemporaryName, StringComparer.Ordinal)) root.DeleteFile(TemporaryName);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("pid", ProcessId);
            json.WriteString("purpose", Purpose);
            if (Url is not null) json.WriteString("url", Url);
            if (Source is not null) json.WriteString("source", Source);
            json.WriteEndObject();
        }

        using (IndexOutput output = root.CreateOutput(TemporaryName)) output.WriteBytes(bytes.ToArray());
        root.Replace(TemporaryName, FileName);
    }

    /// <summary>Removes <c>writer.json</c>. Leaving it behind does no harm, so failing does not count.</summary>
    internal static void Delete(IndexDirectory root)
    {
        try
        {
            root.DeleteFile(FileName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is gone, or somebody tidied up.
            return;
        }
    }
}
