using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SearchNews.Cli.Output;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Serving;

/// <summary>
/// The serving process that holds the writer's lock, asked over its admin routes to do what this process may not. Everything that goes wrong on the way is an
/// <see cref="IndexLockedException"/>, for that is what stays true.
/// </summary>
internal sealed class ServingWriter : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client;
    private readonly WriterHolder _holder;
    private readonly CommandContext _context;

    private ServingWriter(CommandContext context, WriterHolder holder, string key)
    {
        _context = context;
        _holder = holder;

        // The address is of this machine, which a proxy would not know.
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(holder.Url!), Timeout = RequestTimeout };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The holder of the lock as one that can be asked; null when it does not serve or there is no key.</summary>
    public static ServingWriter? Find(CommandContext context, IndexLockedException locked) =>
        locked.Holder is { Url: { } url } holder && context.AdminKey is { } key && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.IsLoopback
            ? new ServingWriter(context, holder, key)
            : null;

    /// <summary>Lets it rebuild the index.</summary>
    public Task<BuildReport> RebuildAsync(string? folder, BuildOptions options, CancellationToken cancellationToken)
    {
        CheckFolder(folder);
        string query = string.Create(CultureInfo.InvariantCulture, $"rebuild?keep={options.Keep}&allowShrink={Flag(options.AllowShrink)}&allowSkips={Flag(options.AllowSkips)}");
        return RunJobAsync(query, CliJson.Relaxed.BuildReport, cancellationToken);
    }

    /// <summary>Lets it update the index.</summary>
    public Task<UpdateReport> UpdateAsync(string? folder, UpdateOptions options, CancellationToken cancellationToken)
    {
        CheckFolder(folder);
        return RunJobAsync($"update?fullHash={Flag(options.FullHash)}&allowShrink={Flag(options.AllowShrink)}&allowSkips={Flag(options.AllowSkips)}", CliJson.Relaxed.UpdateReport, cancellationToken);
    }

    /// <summary>Lets it switch back; returns the generation that is live then.</summary>
    public async Task<string> RollbackAsync(CancellationToken cancellationToken)
    {
        using JsonDocument answer = await SendAsync(HttpMethod.Post, "/v1/admin/rollback", cancellationToken);
        return answer.RootElement.GetProperty("generation").GetString()!;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string Flag(bool value) => value ? "true" : "false";

    /// <summary>It reads the folder it was started with, and no other.</summary>
    private void CheckFolder(string? folder)
    {
        if (folder is null || _holder.Source is null || Path.GetFullPath(folder) == _holder.Source) return;
        throw Locked($"It reads articles from '{_holder.Source}', not from '{Path.GetFullPath(folder)}'.");
    }

    private async Task<T> RunJobAsync<T>(string work, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : IndexReport
    {
        _context.Say($"{_holder} holds the index and does the work.");
        using JsonDocument started = await SendAsync(HttpMethod.Post, "/v1/admin/" + work, cancellationToken);
        string job = "/v1/admin/jobs/" + started.RootElement.GetProperty("id").GetString();
        try
        {
            return await BuildProgressDisplay.RunAsync(_context, progress => FollowAsync(job, type, progress, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using JsonDocument cancelled = await SendAsync(HttpMethod.Delete, job, CancellationToken.None);
            throw;
        }
    }

    private async Task<T> FollowAsync<T>(string job, JsonTypeInfo<T> type, Action<BuildProgress> progress, CancellationToken cancellationToken)
        where T : IndexReport
    {
        while (true)
        {
            using JsonDocument answer = await SendAsync(HttpMethod.Get, job, cancellationToken);
            JsonElement now = answer.RootElement;
            switch (now.GetProperty("state").GetString())
            {
                case "succeeded":
                    return now.GetProperty("report").Deserialize(type)!;
                case "cancelled":
                    throw new OperationCanceledException("The job was cancelled.");
                case "failed":
                    JsonElement error = now.GetProperty("error");
                    throw Failure(error.GetProperty("code").GetString(), error.GetProperty("message").GetString() ?? "");
            }

            if (now.GetProperty("progress") is { ValueKind: JsonValueKind.Object } at && Enum.TryParse(at.GetProperty("stage").GetString(), ignoreCase: true, out BuildStage stage))
                progress(new BuildProgress(stage, at.GetProperty("done").GetInt32(), at.GetProperty("total").GetInt32()));
            await Task.Delay(PollInterval, cancellationToken);
        }
    }

    /// <summary>A failed job ends the command as the same failure here would.</summary>
    private static Exception Failure(string? code, string message) => code switch
    {
        "refused" => new BuildRefusedException(message),
        "unavailable" => new BackendUnavailableException(message),
        _ => new IOException(message),
    };

    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
            JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
            if (response.IsSuccessStatusCode) return body;
            using (body) throw Refusal(response.StatusCode, body.RootElement);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Locked($"It could not be asked to do the work at {_holder.Url}: {e.Message}");
        }
    }

    private Exception Refusal(HttpStatusCode status, JsonElement problem)
    {
        string type = problem.TryGetProperty("type", out JsonElement t) ? t.GetString() ?? "" : "";
        string detail = problem.TryGetProperty("detail", out JsonElement d) && d.GetString() is { } text ? text : status.ToString();
        return type.EndsWith("/no-earlier-generation", StringComparison.Ordinal) ? new BackendUnavailableException(detail)
            : status == HttpStatusCode.BadRequest ? new UsageException(detail)
            : Locked($"It refused to do the work: {detail}");
    }

    private IndexLockedException Locked(string why) => new(_holder, why);
}
