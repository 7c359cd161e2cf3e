using System.Text;

namespace SearchNews.Api.Tests.Hostile;

/// <summary>Sends addresses exactly as they are written, many over one connection, and looks whether an answer is one that anybody may see.</summary>
internal sealed class RawClient(ApiServer server) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Never to be told: folders of this machine, the key, traces of code.</summary>
    private static readonly string[] Secrets =
        [FakeBackend.Secret, ApiServer.AdminKey, Path.GetTempPath(), AppContext.BaseDirectory, Environment.CurrentDirectory, "   at ", "System.", "Exception", "index-data"];

    /// <summary>Sends a request without letting anything tidy up its address; ASCII only.</summary>
    public async Task<ApiAnswer> SendAsync(string target, string method = "GET", params (string Name, string Value)[] headers)
    {
        var address = new Uri($"http://{server.Address.Authority}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using HttpResponseMessage response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Asserts an answer, or a clear refusal: no fault of the service, nothing of the host.</summary>
    public static void ShouldBeHarmless(ApiAnswer answer, string request)
    {
        int status = (int)answer.Status;
        status.ShouldBeInRange(200, 499, request + "\n" + answer.Body);
        CheckSecrets(answer.Body + string.Concat(answer.Headers.SelectMany(h => h)), request);

        // The page for people says in words what is wrong.
        if (status < 400 || answer.Body.Length == 0 || answer.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal)) return;
        answer.Header("Content-Type").ShouldBe("application/problem+json", request);
        answer.Json.GetProperty("status").GetInt32().ShouldBe(status, request);
    }

    /// <summary>The same of an answer as text.</summary>
    public static void ShouldBeHarmless((int Status, string Text) answer, string request)
    {
        answer.Status.ShouldBeInRange(200, 499, request + "\n" + answer.Text);
        CheckSecrets(answer.Text, request);
    }

    public void Dispose() => _client.Dispose();

    private static void CheckSecrets(string text, string request)
    {
        foreach (string secret in Secrets.Where(s => s.Length > 1)) text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{request} told '{secret}': {Encoding.UTF8.GetByteCount(text)} bytes\n{text}");
    }
}
